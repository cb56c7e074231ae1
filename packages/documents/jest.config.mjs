import base from '../../jest.base.mjs';

// Workbooks are written and read for real, and runs share the machine.
export default { ...base, testTimeout: 60_000 };
