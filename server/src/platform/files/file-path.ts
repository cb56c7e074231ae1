/** Below it a stored file lies under its opaque id. */
export const FILE_PATH = '/files/';
