export default async function tearDown(): Promise<void> {
  const { zhixiaoCluster } = globalThis as { zhixiaoCluster?: { stop(): Promise<void> } };
  await zhixiaoCluster?.stop();
}
