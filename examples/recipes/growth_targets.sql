-- The growth targets of all reports, by year: duckdb < growth_targets.sql, beside all.jsonl.
SELECT o.period AS year,
       document.region AS region,
       o.value.bound AS bound,
       o.value.lower AS lower,
       o.value.upper AS upper,
       o.commitment AS commitment,
       o.evidence.text AS evidence
FROM (SELECT document, unnest(observations) AS o FROM read_json_auto('all.jsonl', maximum_object_size = 67108864))
WHERE o.indicator = 'gdp' AND o.measure = 'growth_rate' AND o.status = 'target' AND o.scope IS NULL
ORDER BY year, region, lower;
