// Một cơ quan đã ban hành, nhận những văn bản nào, có những nhiệm vụ nào?
// A page of one agency: what it issued, what it received, which tasks it leads, helps with and watches.
//
// $agency: the name in full, or its beginning, typed with or without diacritics
//   :param agency => 'so tu phap'
//
// Same answer: queries.agency.agency(view, agency), its `letters` and `tasks`
// Abbreviations, groups and predecessors are worked out by `chidao agency` alone.

// the name without diacritics and capitals, as the property `folded` holds it
WITH reduce(name = '', letter IN split(normalize(toLower(trim($agency)), NFD), '') |
  name + CASE
    WHEN letter IN ['đ', 'ð'] THEN 'd'
    WHEN letter =~ '\\p{M}' THEN '' // a mark above or below a letter
    ELSE letter
  END
) AS name

// who is called exactly so; else whose name begins so
MATCH (agency:Agency)
WHERE agency.folded = name OR agency.folded STARTS WITH name + ' '
WITH name, collect(agency) AS found
UNWIND [one IN found WHERE one.folded = name OR none(same IN found WHERE same.folded = name)] AS agency

MATCH
  (agency)<-[stands:ISSUED_BY|ADDRESSED_TO|COPIED_TO|LED_BY|COORDINATED_WITH|REPORTS_TO|MONITORED_BY]-(what)
ORDER BY stands.file, stands.start, stands.end
WITH agency, type(stands) AS role, what, head(collect(stands)) AS stands

CALL (what) { // of a task the document that gives it, where it is printed first
  OPTIONAL MATCH (document:Document)-[assigns:ASSIGNS]->(what)
  RETURN document, assigns
  ORDER BY assigns.file, assigns.start, assigns.end
  LIMIT 1
}

RETURN
  agency.name AS office,
  agency.jurisdiction AS place,
  role,
  coalesce(document, what).name AS document,
  coalesce(what.text, what.subject) AS text,
  what.date_to AS date, // the day of a document, the deadline of a task
  stands.quote AS quote,
  stands.file AS file,
  what.id AS id,
  agency.id AS office_id
ORDER BY
  office, coalesce(place, ''), office_id,
  CASE role
    WHEN 'ISSUED_BY' THEN 1
    WHEN 'ADDRESSED_TO' THEN 2
    WHEN 'COPIED_TO' THEN 3
    WHEN 'LED_BY' THEN 4
    WHEN 'COORDINATED_WITH' THEN 5
    WHEN 'REPORTS_TO' THEN 6
    ELSE 7
  END,
  coalesce(what.date, '') DESC, // documents: newest first
  coalesce(what.deadline_to, what.deadline_date), // tasks: soonest first
  assigns.file, assigns.start, assigns.end, id;
