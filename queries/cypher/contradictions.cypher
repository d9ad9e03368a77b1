// Các tệp ghi ngày khác nhau cho cùng một văn bản ở đâu?
// Where do files give different days to one document?
//
// No parameters.
//
// Same answer: queries.check.check(view), of its `conflicts` those about the date
// "2024" and "2024-12-22" agree: a date may be less precise than another.

MATCH (document:Document)<-[says:NAMES]-(file:File)
WHERE says.date IS NOT NULL
WITH document, says.date AS date, collect(DISTINCT file.key) AS files
WITH document, collect({date: date, files: files}) AS claims
WHERE any(one IN claims WHERE any(other IN claims WHERE
  NOT one.date STARTS WITH other.date AND NOT other.date STARTS WITH one.date
))

UNWIND claims AS claim
RETURN
  document.name AS document,
  document.date AS likely,
  claim.date AS date,
  size(claim.files) AS files,
  claim.files AS which,
  document.id AS id
ORDER BY id, date;
