/** The SQL of the test schema's hot operations, a line a clause. A change here is a change of plans: look at them on a large database. */
export const LIST_IN_A_COUNTY = [
  `SELECT row_to_json("#7")::text AS json FROM (SELECT (SELECT coalesce(json_agg("#6"), '[]'::json)`,
  `FROM (SELECT 'S_' || "#1".tenant_id || '_' || "#1".school_id AS "id", "#1".name AS "name", (SELECT "#3" FROM (SELECT (SELECT "#5" FROM (SELECT "#4".name AS "name" FROM person "#4"`,
  ' WHERE "#4".tenant_id = $1 AND "#4".id = "#2".person_id) "#5") AS "person" FROM appointment "#2"',
  ` WHERE "#2".tenant_id = $1 AND "#2".school_id = "#1".school_id AND "#2".post = 'SECRETARY' AND "#2".superseded_at IS NULL AND "#2".valid @> $2::date LIMIT 1) "#3") AS "secretary" FROM (SELECT * FROM (SELECT "#1".* FROM school "#1"`,
  ' WHERE "#1".tenant_id = $1 AND "#1".valid_from <= $2::date AND "#1".valid_to > $2::date',
  ' ORDER BY "#1".tenant_id, "#1".code, "#1".school_id LIMIT 201) "#1" LIMIT $3::bigint) "#1") "#6") AS "nodes", (SELECT count(*) FROM school "#1"',
  ' WHERE "#1".tenant_id = $1 AND "#1".valid_from <= $2::date AND "#1".valid_to > $2::date) AS "totalCount") "#7"',
];
export const LIST_OVER_A_CITY = [
  `SELECT row_to_json("#7")::text AS json FROM (SELECT (SELECT coalesce(json_agg("#6"), '[]'::json)`,
  `FROM (SELECT 'S_' || "#1".tenant_id || '_' || "#1".school_id AS "id", "#1".name AS "name", (SELECT "#3" FROM (SELECT (SELECT "#5" FROM (SELECT "#4".name AS "name" FROM person "#4"`,
  ' WHERE "#4".tenant_id = "#2".tenant_id AND "#4".id = "#2".person_id) "#5") AS "person" FROM appointment "#2"',
  ` WHERE "#2".tenant_id = "#1".tenant_id AND "#2".school_id = "#1".school_id AND "#2".post = 'SECRETARY' AND "#2".superseded_at IS NULL AND "#2".valid @> $1::date LIMIT 1) "#3") AS "secretary" FROM (SELECT * FROM (SELECT "#1".* FROM school "#1"`,
  ' WHERE "#1".tenant_id BETWEEN $2 AND $3 AND "#1".valid_from <= $1::date AND "#1".valid_to > $1::date',
  ' ORDER BY "#1".tenant_id, "#1".code, "#1".school_id LIMIT 201) "#1" LIMIT $4::bigint) "#1") "#6") AS "nodes", (SELECT count(*) FROM school "#1"',
  ' WHERE "#1".tenant_id BETWEEN $2 AND $3 AND "#1".valid_from <= $1::date AND "#1".valid_to > $1::date) AS "totalCount") "#7"',
];
export const PAGE = [
  `SELECT row_to_json((SELECT "#7" FROM (SELECT "#1".name AS "name", (SELECT coalesce(json_agg("#3"), '[]'::json)`,
  'FROM (SELECT "#2".post AS "post" FROM appointment "#2"',
  ' WHERE "#2".tenant_id = $1 AND "#2".school_id = "#1".school_id AND "#2".superseded_at IS NULL AND "#2".valid @> $2::date',
  ` ORDER BY "#2".post, "#2".id LIMIT 50) "#3") AS "team", (SELECT "#6" FROM (SELECT (SELECT coalesce(json_agg("#5"), '[]'::json)`,
  'FROM (SELECT "#4".post AS "post" FROM (SELECT * FROM (SELECT "#4".* FROM appointment "#4"',
  ' WHERE "#4".tenant_id = $1 AND "#4".school_id = "#1".school_id AND "#4".superseded_at IS NULL',
  ' ORDER BY "#4".post, "#4".id DESC LIMIT 201) "#4" LIMIT $3::bigint) "#4") "#5") AS "nodes", (SELECT count(*) FROM appointment "#4"',
  ' WHERE "#4".tenant_id = $1 AND "#4".school_id = "#1".school_id AND "#4".superseded_at IS NULL) AS "totalCount") "#6") AS "appointments") "#7"))::text AS json FROM school "#1"',
  ' WHERE "#1".tenant_id = $1 AND "#1".school_id = $4 AND "#1".valid_from <= $2::date AND "#1".valid_to > $2::date',
];
export const PEOPLE_OF_A_SCHOOL = [
  `SELECT row_to_json("#5")::text AS json FROM (SELECT (SELECT coalesce(json_agg("#4"), '[]'::json)`,
  `FROM (SELECT "#1".name AS "name", (SELECT coalesce(json_agg("#3"), '[]'::json)`,
  'FROM (SELECT "#2".post AS "post" FROM appointment "#2"',
  ' WHERE "#2".tenant_id = $1 AND "#2".person_id = "#1".id AND "#2".school_id = $2 AND "#2".superseded_at IS NULL AND "#2".valid @> $3::date',
  ' ORDER BY "#2".post, "#2".id LIMIT 2) "#3") AS "posts" FROM (SELECT * FROM (SELECT "#1".* FROM person "#1"',
  ' WHERE "#1".tenant_id = $1 AND "#1".school_ids @> ARRAY[$4::uuid]',
  ' ORDER BY "#1".name, "#1".id LIMIT 201) "#1" LIMIT $5::bigint) "#1") "#4") AS "nodes") "#5"',
];
export const SEARCH = [
  'SELECT row_to_json("#2")::text AS json FROM (SELECT (SELECT count(*) FROM school "#1"',
  ' WHERE "#1".tenant_id = $1 AND "#1".valid_from <= $2::date AND "#1".valid_to > $2::date AND ("#1".name LIKE $3 OR "#1".code LIKE $3 OR "#1".pinyin LIKE $4)) AS "totalCount") "#2"',
];
export const AFTER = [
  `SELECT row_to_json("#3")::text AS json FROM (SELECT (SELECT coalesce(json_agg("#2"), '[]'::json)`,
  `FROM (SELECT 'S_' || "#1".tenant_id || '_' || "#1".school_id AS "id" FROM (SELECT * FROM (SELECT "#1".* FROM school "#1"`,
  ' WHERE "#1".tenant_id BETWEEN $1 AND $2 AND "#1".valid_from <= $3::date AND "#1".valid_to > $3::date AND ("#1".tenant_id, "#1".code, "#1".school_id) > ($4, $5, $6)',
  ' ORDER BY "#1".tenant_id, "#1".code, "#1".school_id LIMIT 201) "#1" LIMIT $7::bigint) "#1") "#2") AS "nodes") "#3"',
];
