// Văn bản này từ đâu mà ra? Mọi chuỗi viện dẫn lên đến văn bản gốc, mỗi bước kèm câu trích.
// Where does a document come from? Every chain of citations up to a source, with a quote for each step.
//
// $symbol: number and symbol as printed, or an id
//   :param symbol => '15/CT-UBND'
//
// Same answer: queries.trace.trace(view, start, all_paths=True)
// A chain has at most 10 steps here.

MATCH (start:Document&Entity)
WHERE start.symbol = $symbol OR start.id = $symbol

MATCH path = (start)
  (
    (lower)-[cites:BASIS|IMPLEMENTS|DIRECTED_BY|GUIDES|RESPONDS_TO]->(higher)
    WHERE NOT EXISTS { // of several citations between two documents one is enough to walk on
      (lower)-[other:BASIS|IMPLEMENTS|DIRECTED_BY|GUIDES|RESPONDS_TO]->(higher)
      WHERE elementId(other) < elementId(cites)
    }
  ){1,10}
  (top:Document)
WHERE NOT EXISTS { // nothing leads further up
  (top)-[:BASIS|IMPLEMENTS|DIRECTED_BY|GUIDES|RESPONDS_TO]->(further)
  WHERE further <> top
}

// no document twice on one chain
WITH start, top, nodes(path) AS chain
WHERE all(document IN chain WHERE single(same IN chain WHERE same = document))

UNWIND range(1, size(chain) - 1) AS step
WITH start, top, chain, step, chain[step - 1] AS lower, chain[step] AS higher
CALL (lower, higher) { // the citation that tells most
  MATCH (lower)-[cites:BASIS|IMPLEMENTS|DIRECTED_BY|GUIDES|RESPONDS_TO]->(higher)
  RETURN cites
  ORDER BY
    CASE type(cites)
      WHEN 'BASIS' THEN 1
      WHEN 'IMPLEMENTS' THEN 2
      WHEN 'DIRECTED_BY' THEN 3
      WHEN 'GUIDES' THEN 4
      ELSE 5
    END,
    cites.file, cites.start, cites.end
  LIMIT 1
}

RETURN
  top.name AS source,
  step,
  lower.name AS document,
  type(cites) AS relation,
  higher.name AS rests_on,
  cites.quote AS quote,
  cites.file AS file,
  [node IN chain | node.id] AS chain
ORDER BY start.id, top.tier, top.date, top.id, size(chain), chain, step;
