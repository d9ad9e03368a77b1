// Tìm văn bản, cơ quan, nhiệm vụ, hệ thống theo từ; gõ có dấu hay không dấu đều được.
// Find documents, agencies, tasks and topics by words, typed with or without diacritics.
//
// $text: words, or a number and symbol; $limit: at most so many rows
//   :param text => 'công an'
//   :param limit => 20
//
// Same answer: queries.search.search(view, text, limit=limit), in another order

// the words without diacritics and capitals, as the index holds them
WITH trim(reduce(words = ' ', letter IN split(normalize(toLower($text), NFD), '') |
  words + CASE
    WHEN letter =~ '[a-z0-9]' THEN letter
    WHEN letter IN ['đ', 'ð'] THEN 'd'
    WHEN letter =~ '\\p{M}' THEN '' // a mark above or below a letter
    WHEN words ENDS WITH ' ' THEN ''
    ELSE ' '
  END
)) AS words

// every word must occur ("+cong +an"); side by side ("cong an" in quotation marks) they count for more
WITH '+' + replace(words, ' ', ' +') + ' "' + words + '"' AS query
CALL db.index.fulltext.queryNodes('entity_words', query) YIELD node, score

RETURN
  [label IN labels(node) WHERE label <> 'Entity'][0] AS kind,
  node.name AS name,
  coalesce(node.subject, node.text) AS text,
  node.date_to AS date, // the day of a document, the deadline of a task
  node.status AS status,
  score,
  node.id AS id
ORDER BY score DESC, id
LIMIT $limit;
