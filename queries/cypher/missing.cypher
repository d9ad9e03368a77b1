// Còn thiếu văn bản nào? Văn bản chỉ được viện dẫn mà chưa nạp, có bao nhiêu văn bản và nhiệm vụ dựa trên nó.
// Which documents are missing? Those that are only cited, with how many documents and tasks rest on them.
//
// $limit: at most so many rows
//   :param limit => 20
//
// Same answer: queries.gaps.gaps(view, limit=limit), its `missing`

MATCH (absent:Document {status: 'cited', draft: false})
MATCH (absent)<-[cites:BASIS|IMPLEMENTS|DIRECTED_BY|GUIDES|RESPONDS_TO]-(citing:Document)
WHERE citing <> absent
WITH DISTINCT absent, citing
WITH
  absent,
  count(citing) AS documents,
  sum(COUNT { MATCH (citing)-[:ASSIGNS]->(task) RETURN DISTINCT task }) AS tasks,
  collect(citing.name) AS cited_by

RETURN
  absent.name AS missing,
  absent.type AS type,
  absent.issuer AS issuer,
  absent.date AS date,
  tasks,
  documents,
  cited_by,
  absent.id AS id
ORDER BY tasks DESC, documents DESC, absent.tier, date, id
LIMIT $limit;
