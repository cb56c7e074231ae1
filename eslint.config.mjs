import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { noCjkText } from './scripts/eslint/no-cjk-text.mjs';

const SIZES = {
  'max-lines': ['error', 300],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
};
const params = (max) => ({ '@typescript-eslint/max-params': ['error', { max }] });
const forbid = (...entries) => ({
  'no-restricted-syntax': ['error', ...entries.map(([selector, message]) => ({ selector, message }))],
});

const NO_ENUM = ['TSEnumDeclaration', 'A union of literals instead of an enum.'];
const NO_NAMESPACE = ['TSModuleDeclaration[kind="namespace"]', 'A module instead of a namespace.'];
const NO_DEFAULT = ['ExportDefaultDeclaration', 'Named exports only.'];
const NO_BOOLEAN = [
  'FunctionDeclaration > Identifier.params > TSTypeAnnotation > TSBooleanKeyword',
  'An options object or two functions instead of a boolean parameter: a call with `true` says nothing.',
];
const NO_CLOCK = [
  'NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.object.name="Date"][callee.property.name="now"], CallExpression[callee.object.name="performance"], CallExpression[callee.object.name="Math"][callee.property.name="random"]',
  'The domain has no clock and no chance: the day is a parameter.',
];
const STRUCTURE = [NO_ENUM, NO_NAMESPACE, NO_DEFAULT, NO_BOOLEAN];

const TESTS = ['**/*.test.{ts,tsx}', 'test/**/*.ts', 'server/src/testing/**', '**/test-support/**'];
/** Where Chinese text is at home. */
const TEXTS = ['**/i18n/**', '**/*.dictionary.ts', '**/dictionaries/**', ...TESTS];

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', '**/*.d.ts', 'test-results/', '**/playwright-report/', '**/coverage/'] },
  // what is wrong is repaired, not excused
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{mjs,cjs,js}'],
    languageOptions: {
      globals: {
        ...Object.fromEntries(
          ['process', 'console', 'URL', 'fetch', 'setTimeout', 'setInterval', 'clearTimeout'].map((name) => [
            name,
            'readonly',
          ]),
        ),
        ...Object.fromEntries(
          ['performance', 'Buffer', 'AbortSignal', 'module', 'require', 'URLSearchParams'].map((name) => [
            name,
            'readonly',
          ]),
        ),
      },
    },
    rules: { 'max-lines': SIZES['max-lines'], 'max-params': ['error', 3] },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    languageOptions: {
      parserOptions: {
        project: [
          'packages/*/tsconfig.json',
          'server/tsconfig.json',
          'admin/tsconfig.json',
          'tsconfig.tests.json',
          'tsconfig.tools.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      ...SIZES,
      ...params(3),
      ...forbid(...STRUCTURE),
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // cleaning text is what they are for
      'no-control-regex': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      eqeqeq: ['error', 'smart'],
      // tsc knows what is declared
      'no-undef': 'off',
    },
  },
  { files: ['packages/domain/src/**/*.ts'], ignores: TESTS, rules: forbid(...STRUCTURE, NO_CLOCK) },
  // the arguments of a GraphQL field are parameters by decorator, and an entity's class is named by no one but its decorators
  { files: ['server/src/**/*.resolver.ts'], rules: params(8) },
  // a migration is one text of SQL
  { files: ['server/src/migrations/**/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  // a component is mostly markup, and gives markup
  {
    files: ['admin/src/**/*.tsx'],
    rules: {
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
  {
    files: ['server/src/**/*.ts', 'admin/src/**/*.{ts,tsx}'],
    ignores: TEXTS,
    plugins: { zhixiao: { rules: { 'no-cjk-text': noCjkText } } },
    rules: { 'zhixiao/no-cjk-text': 'error' },
  },
  { files: TEXTS, rules: { 'max-lines': 'off' } },
  {
    files: TESTS,
    rules: {
      'max-lines': ['error', 500],
      'max-lines-per-function': 'off',
      '@typescript-eslint/max-params': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
  // a table of rules, a row a call
  { files: ['.dependency-cruiser.cjs'], rules: { 'max-params': ['error', 4] } },
  // tools want a default export
  {
    files: ['**/*.config.{ts,mjs}', 'jest.base.mjs', 'test/**/global-*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
