// Những văn bản nào cùng dựa trên các văn bản gốc của văn bản này?
// Which other documents rest on the same sources as this one?
//
// $symbol: number and symbol as printed, or an id; $limit: at most so many rows
//   :param symbol => '15/CT-UBND'
//   :param limit => 20
//
// Same answer: queries.related.related(view, start, limit=limit)

MATCH (start:Document&Entity)
WHERE start.symbol = $symbol OR start.id = $symbol

MATCH path = (start)-[:BASIS|IMPLEMENTS|DIRECTED_BY|GUIDES|RESPONDS_TO*1..]->(source:Document)
WHERE source <> start
WITH start, source, min(length(path)) AS distance

// a source counts for more the nearer it is and the fewer documents cite it
MATCH (source)<-[:BASIS|IMPLEMENTS|DIRECTED_BY|GUIDES|RESPONDS_TO]-(citing:Document)
WITH start, source, distance, collect(DISTINCT citing) AS citing
WITH start, source, citing, 1 / (distance * log(1 + size(citing)) / log(2)) AS weight
WITH start, collect(source) AS sources, collect({source: source, citing: citing, weight: weight}) AS found

UNWIND found AS one
UNWIND one.citing AS document
WITH start, document, one, sources
WHERE document <> start AND NOT document IN sources

WITH start, document, round(sum(one.weight), 6) AS score, collect(one.source.name) AS shared

RETURN
  score,
  document.name AS related,
  document.date AS date,
  document.issuer AS issuer,
  shared,
  document.id AS id
ORDER BY start.id, score DESC, id
LIMIT $limit;
