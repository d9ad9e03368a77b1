// Một nhiệm vụ từ đâu mà có, ai làm, báo cáo ai? Từ văn bản gốc xuống từng cơ quan, mỗi bước một câu trích.
// One task from end to end: from the highest source down to who leads, with a quote for each step.
//
// $task: the id of a task, as search.cypher and the files about tasks give it
//   :param task => 'task:15-ctubnd:1.a:5003dc7a3573'
//
// Same answer: queries.chain.chain(view, task)
// Each row is a relationship: read "subject relation object".

MATCH (task:Task&Entity {id: $task})
MATCH (document:Document&Entity {id: task.document})

// the highest and oldest source of its document
OPTIONAL MATCH (document)-[:BASIS|IMPLEMENTS|DIRECTED_BY|GUIDES|RESPONDS_TO*1..]->(source:Document)
WHERE source <> document
  AND NOT EXISTS { // nothing leads further up
    (source)-[:BASIS|IMPLEMENTS|DIRECTED_BY|GUIDES|RESPONDS_TO]->(further)
    WHERE further <> source
  }
WITH DISTINCT task, document, source
ORDER BY source.tier, source.date, source.id
LIMIT 1

// the shortest way to it; of several that with the smallest ids
OPTIONAL MATCH path = ALL SHORTEST
  (document)-[:BASIS|IMPLEMENTS|DIRECTED_BY|GUIDES|RESPONDS_TO]->+(source)
ORDER BY [node IN nodes(path) | node.id]
LIMIT 1
WITH task, nodes(path) AS way

CALL (task, way) {
  // from the source down, of each step the citation that tells most
  UNWIND range(1, coalesce(size(way), 1) - 1) AS step
  WITH -step AS place, way[step - 1] AS lower, way[step] AS higher
  CALL (lower, higher) {
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
  RETURN cites AS link, place

UNION ALL
  MATCH (:Document)-[link:ASSIGNS]->(task)
  RETURN link, 0 AS place

UNION ALL
  MATCH (task)-[link:LED_BY|COORDINATED_WITH|REPORTS_TO|MONITORED_BY]->(:Agency)
  RETURN link,
    CASE type(link)
      WHEN 'LED_BY' THEN 1
      WHEN 'COORDINATED_WITH' THEN 2
      WHEN 'REPORTS_TO' THEN 3
      ELSE 4
    END AS place
}

RETURN
  startNode(link).name AS subject,
  type(link) AS relation,
  endNode(link).name AS object,
  link.printed AS printed,
  link.quote AS quote,
  link.file AS file
ORDER BY place, startNode(link).id, file, link.start, endNode(link).id;
