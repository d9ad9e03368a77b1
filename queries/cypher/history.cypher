// Văn bản này đã bị sửa đổi, thay thế, bãi bỏ, đính chính bởi văn bản nào, theo câu nào?
// Which documents amended, replaced, repealed or corrected a document, and by which words?
//
// $symbol: number and symbol as printed, or an id
//   :param symbol => '88/KH-UBND'
//
// Same answer: queries.history.history(view, start, day=…), its `changed_by` and `proposed`

MATCH (document:Document&Entity)
WHERE document.symbol = $symbol OR document.id = $symbol
MATCH (document)<-[change:AMENDS|REPLACES|REPEALS|CORRECTS]-(by:Document)
WHERE by.draft
  OR NOT EXISTS { // a letter about a draft repeats what the draft would change
    (by)-[:COMMENTS_ON]->(:Document {draft: true})-[:AMENDS|REPLACES|REPEALS|CORRECTS]->(document)
  }

ORDER BY change.file, change.start, change.end
WITH document, by, type(change) AS relation, collect(change) AS changes

RETURN
  by.date AS date,
  relation,
  by.name AS by,
  by.draft AS proposed, // a draft changes nothing yet
  all(change IN changes WHERE change.pinpoint IS NOT NULL) AS in_part, // each names an article or clause
  [change IN changes | change.quote] AS quotes,
  [change IN changes | change.file] AS files,
  by.id AS id
ORDER BY document.id, date, id, relation;
