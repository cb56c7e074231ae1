// Who may import whom (docs/architecture.md, section 1). `npm run check -- imports` runs it and counts what it has seen.

/** A module imports only modules before it, through their index.ts. */
const MODULES = [
  'tenancy',
  'identity',
  'schools',
  'people',
  'staffing',
  'filings',
  'topics',
  'meetings',
  'decisions',
  'rollout',
  'inspection',
  'records',
  'surveys',
  'statistics',
  'reports',
];

const TEST = '(\\.test\\.tsx?$|/test-support/|^server/src/testing/)';
const CORE_OR_NPM = ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'];
const OURS = '^(packages|server|admin|test|schema)/';

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
/** What a folder may import of this repository, and nothing else of it. */
const onlyOurs = (name, folder, allowed) =>
  rule(
    name,
    `${folder} imports of ours only ${allowed.join(', ')}`,
    { path: `^${folder}` },
    { path: OURS, pathNot: allowed.map((path) => `^${path}`) },
  );

const leftToRight = MODULES.slice(0, -1).map((module, i) =>
  rule(
    `module-order-${module}`,
    `${module} stands left of these modules`,
    { path: `^server/src/modules/${module}/` },
    { path: `^server/src/modules/(${MODULES.slice(i + 1).join('|')})/` },
  ),
);

module.exports = {
  forbidden: [
    // packages
    onlyOurs('domain-alone', 'packages/domain/', ['packages/domain/']),
    rule(
      'domain-pure',
      'the domain has no dependency and no I/O',
      { path: '^packages/domain/src', pathNot: TEST },
      { dependencyTypes: CORE_OR_NPM },
    ),
    onlyOurs('policy-on-domain', 'packages/policy/', ['packages/policy/', 'packages/domain/']),
    rule(
      'policy-needs-casl-only',
      'policy depends on domain and @casl/ability alone',
      { path: '^packages/policy/src', pathNot: TEST },
      { dependencyTypes: CORE_OR_NPM, pathNot: ['@casl[/+]ability', '^packages/domain/'] },
    ),
    onlyOurs('documents-on-domain', 'packages/documents/', ['packages/documents/', 'packages/domain/']),
    onlyOurs('launcher-alone', 'packages/embedded-postgres/', ['packages/embedded-postgres/']),

    // server
    onlyOurs('server-on-packages', 'server/', ['server/', 'packages/', 'schema/']),
    rule(
      'platform-knows-no-module',
      'the platform stands under every module',
      { path: '^server/src/platform/' },
      { path: '^server/src/(modules/|[^/]+$)' },
    ),
    ...leftToRight,
    rule(
      'module-has-a-place',
      'a module stands in the order (MODULES above)',
      { path: '^server/' },
      { path: '^server/src/modules/', pathNot: `^server/src/modules/(${MODULES.join('|')})/` },
    ),
    rule(
      'module-front-door',
      "another module's inner files are its own: index.ts is the door",
      { path: '^server/src/modules/([^/]+)/' },
      {
        path: '^server/src/modules/[^/]+/',
        pathNot: ['^server/src/modules/$1/', '^server/src/modules/[^/]+/index\\.ts$'],
      },
    ),
    rule(
      'module-front-door-from-above',
      'app.ts and schema.ts use modules through index.ts',
      { path: '^server/src/', pathNot: ['^server/src/modules/', TEST] },
      { path: '^server/src/modules/[^/]+/', pathNot: '^server/src/modules/[^/]+/index\\.ts$' },
    ),
    rule(
      'module-below-app',
      'modules know neither the application nor the migrations',
      { path: '^server/src/modules/', pathNot: TEST },
      { path: '^server/src/([^/]+$|migrations/)' },
    ),
    rule(
      'module-without-driver',
      'modules reach the database through ctx',
      { path: '^server/src/modules/', pathNot: TEST },
      { path: 'node_modules/(\\.pnpm/)?(@types/)?pg[/@]', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'only-app-knows-modules',
      'app.ts and schema.ts (and the list in modules.ts) alone know every module; migrate.ts fills what the tables begin with',
      { path: '^server/src/[^/]+\\.ts$', pathNot: ['^server/src/(app|schema|modules|migrate)\\.ts$', TEST] },
      { path: '^server/src/modules/' },
    ),

    // admin
    onlyOurs('admin-on-domain-and-policy', 'admin/', ['admin/', 'packages/(domain|policy)/', 'schema/']),
    rule(
      'admin-in-the-browser',
      "no Node in the browser's code",
      { path: '^admin/src/', pathNot: TEST },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'data-below-resources',
      'data knows no screen',
      { path: '^admin/src/data/' },
      { path: '^admin/src/(resources|dashboard|layout|components)/' },
    ),
    rule(
      'components-below-resources',
      'components know no resource',
      { path: '^admin/src/(components|i18n)/' },
      { path: '^admin/src/(resources|dashboard)/' },
    ),
    rule(
      'resource-inner-files',
      "another resource's inner files are its own: index is the door",
      { path: '^admin/src/resources/([^/]+)/' },
      {
        path: '^admin/src/resources/[^/]+/',
        pathNot: ['^admin/src/resources/$1/', '^admin/src/resources/[^/]+/index\\.tsx?$'],
      },
    ),

    // tests
    rule(
      'tests-from-outside',
      'tests speak HTTP; only faults/ and load/ look inside',
      { path: '^test/', pathNot: '^test/(faults|load)/' },
      { path: '^(server|admin)/' },
    ),
    rule(
      'tests-on-domain',
      'expected values come from the domain',
      { path: '^test/', pathNot: '^test/(faults|load)/' },
      { path: '^packages/(policy|documents)/' },
    ),
    rule('no-test-in-code', 'code imports no test', { path: '/src/', pathNot: TEST }, { path: [TEST, '^test/'] }),

    // all
    rule('resolvable', 'an import leads somewhere', {}, { couldNotResolve: true }),
    rule(
      'declared',
      'what is imported is in the package.json, and not as a development dependency only',
      { path: '^(packages|server|admin)/[^.]*src/', pathNot: [TEST, '\\.d\\.ts$'] },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'no-cycle',
      'no circle of imports (types of entities and GraphQL types aside, which refer to each other lazily)',
      { path: '^(packages|server|admin|test)/', pathNot: '\\.(entity|type)\\.ts$' },
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'], pathNot: '\\.(entity|type)\\.ts$' } },
    ),
  ],
  options: {
    doNotFollow: { path: ['node_modules', '(^|/)dist/'] },
    exclude: { path: '(^|/)(dist|node_modules|test-results|playwright-report)/.*\\.map$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
    moduleSystems: ['es6', 'cjs', 'tsd'],
  },
};
