export default async function tearDown() {
  await globalThis.zhixiaoCluster?.stop();
}
