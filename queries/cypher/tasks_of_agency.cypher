// Cơ quan này phải làm gì, trước ngày nào, theo lệnh của ai?
// What must an agency do, by when, on whose orders?
//
// $agency: the name in full, or its beginning, typed with or without diacritics
//   :param agency => 'so noi vu'
//
// Same answer: queries.tasks.tasks(view, owner=agency, role=Role.ANY)
// Abbreviations ("Sở KH&CN") are written out by `chidao tasks --owner` alone.

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

MATCH (agency)<-[stands:LED_BY|COORDINATED_WITH]-(task:Task)
WITH task, collect(type(stands)) AS roles

CALL (task) { // where it is printed first
  MATCH (document:Document)-[assigns:ASSIGNS]->(task)
  RETURN document, assigns
  ORDER BY assigns.file, assigns.start, assigns.end
  LIMIT 1
}
CALL (task) {
  MATCH (task)-[leads:LED_BY]->(agency)
  ORDER BY leads.file, leads.start, leads.end
  RETURN [one IN collect(DISTINCT agency) | one.name] AS lead
}
CALL (task) {
  MATCH (task)-[helps:COORDINATED_WITH]->(agency)
  ORDER BY helps.file, helps.start, helps.end
  RETURN [one IN collect(DISTINCT agency) | one.name] AS coordinate
}

RETURN
  task.date_to AS due,
  task.text AS text,
  CASE WHEN 'LED_BY' IN roles THEN 'lead' ELSE 'coordinate' END AS role,
  lead,
  coordinate,
  document.name AS document,
  document.issuer AS ordered_by,
  assigns.quote AS quote,
  assigns.file AS file,
  task.id AS id
ORDER BY coalesce(task.deadline_to, task.deadline_date), file, assigns.start, assigns.end, id;
