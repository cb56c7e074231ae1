import base from '../jest.base.mjs';

const [[runner, options]] = Object.values(base.transform);

/** The pure parts only; what is on screen is tested in a real browser. */
export default {
  ...base,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'json'],
  transform: {
    '^.+\\.tsx?$': [
      runner,
      {
        ...options,
        jsc: {
          ...options.jsc,
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
  },
};
