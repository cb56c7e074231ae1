// Stands before everything else, so it uses nothing that an old Node could not read.
const FLOOR = [20, 19];
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < FLOOR[0] || (major === FLOOR[0] && minor < FLOOR[1])) {
  console.error(`Zhixiao needs Node ${FLOOR.join('.')} or later; this is ${process.versions.node}.`);
  process.exit(1);
}
