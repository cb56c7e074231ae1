import { totalmem } from 'node:os';

const MB = 1024 * 1024;

/** The server's settings as arguments; durable: what is committed survives a crash of the machine. */
export function serverSettings({ durable, port }: { durable: boolean; port: number }): string[] {
  const memory = totalmem() / MB;
  const settings: Record<string, string> = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: `${durable ? clamp(memory / 8, 128, 1024) : 128}MB`,
    effective_cache_size: `${clamp(memory / 2, 256, 16_384)}MB`,
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB',
    // short statements by the thousand: compiling one costs more than running it
    jit: 'off',
    random_page_cost: '1.1',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    log_checkpoints: 'off',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function clamp(value: number, min: number, max: number): number {
  return Math.round(Math.min(max, Math.max(min, value)));
}
