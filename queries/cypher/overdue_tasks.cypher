// Đến ngày này, việc nào đã quá hạn, ai chủ trì, theo lệnh của ai?
// Which tasks are overdue on a day, who leads them, on whose orders?
//
// $day: a day as text
//   :param day => '2025-06-21'
//
// Same answer: queries.tasks.tasks(view, overdue_on=day), those of which queries.tasks.due says "overdue"
// What comes again (monthly, continuously) is never overdue. Nothing here knows what was done meanwhile.

MATCH (task:Task)
WHERE task.deadline_to < $day
  AND task.deadline_recurrence IS NULL
  AND NOT task.deadline_operator IN ['recurring', 'continuous']

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

RETURN
  task.date_to AS due,
  duration.inDays(task.date_to, date($day)).days AS days_late,
  task.text AS text,
  lead,
  document.name AS document,
  document.issuer AS ordered_by,
  assigns.quote AS quote,
  assigns.file AS file,
  task.id AS id
ORDER BY task.deadline_to, file, assigns.start, assigns.end, id;
