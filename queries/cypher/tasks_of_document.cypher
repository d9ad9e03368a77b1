// Văn bản này giao những việc gì, cho ai, trước ngày nào?
// Which tasks does a document give, to whom, by when?
//
// $symbol: number and symbol as printed, or an id
//   :param symbol => '15/CT-UBND'
//
// Same answer: queries.tasks.tasks(view, document=start)

MATCH (document:Document&Entity)
WHERE document.symbol = $symbol OR document.id = $symbol
MATCH (task:Task {document: document.id})

CALL (task) { // where it is printed first
  MATCH (:Document)-[assigns:ASSIGNS]->(task)
  RETURN assigns
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
  task.deadline AS deadline,
  task.section AS section,
  task.text AS text,
  lead,
  coordinate,
  task.modality AS modality,
  assigns.quote AS quote,
  assigns.file AS file,
  task.id AS id
ORDER BY document.id, coalesce(task.deadline_to, task.deadline_date), file, assigns.start, assigns.end, id;
