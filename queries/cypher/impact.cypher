// Những gì dựa trên văn bản này? Từng văn bản, cách mấy bước, dựa trên câu nào, có bao nhiêu nhiệm vụ.
// What hangs on a document? Each document below it, how many steps away, by which words, with how many tasks.
//
// $symbol: number and symbol as printed, or an id
//   :param symbol => '57-NQ/TW'
//
// Same answer: queries.impact.impact(view, start), its `documents`
// Of several documents one step nearer, this shows the one with the smallest id.

MATCH (start:Document&Entity)
WHERE start.symbol = $symbol OR start.id = $symbol

MATCH path = (start)<-[:BASIS|IMPLEMENTS|DIRECTED_BY|GUIDES|RESPONDS_TO*1..]-(document:Document)
WHERE document <> start
WITH start, document, min(length(path)) AS distance

// the documents of each distance together: levels[0] is the start alone
WITH start, distance, collect(document) AS level
ORDER BY distance
WITH start, [[start]] + collect(level) AS levels
UNWIND range(1, size(levels) - 1) AS distance
UNWIND levels[distance] AS document

// each rests on a document one step nearer; of several citations the one that tells most
MATCH (document)-[cites:BASIS|IMPLEMENTS|DIRECTED_BY|GUIDES|RESPONDS_TO]->(nearer)
WHERE nearer IN levels[distance - 1]
ORDER BY
  nearer.id,
  CASE type(cites)
    WHEN 'BASIS' THEN 1
    WHEN 'IMPLEMENTS' THEN 2
    WHEN 'DIRECTED_BY' THEN 3
    WHEN 'GUIDES' THEN 4
    ELSE 5
  END,
  cites.file, cites.start, cites.end
WITH start, distance, document, head(collect(cites)) AS cites

RETURN
  distance,
  document.name AS document,
  type(cites) AS relation,
  endNode(cites).name AS rests_on,
  COUNT { (:Task {document: document.id}) } AS tasks,
  cites.quote AS quote,
  cites.file AS file,
  document.id AS id
ORDER BY start.id, distance, id;
