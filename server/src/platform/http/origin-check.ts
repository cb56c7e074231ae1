import type { FastifyRequest } from 'fastify';

/**
 * Whether a request may change something for the browser that sent it: it must come from this very site. A client
 * without a browser sends neither header and has no cookie of anybody else's to ride on.
 * @param origins further origins that may post, e.g. `https://zhixiao.example.cn`
 */
export function comesFromHere(request: FastifyRequest, origins: readonly string[]): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin } = request.headers;
  if (origin === undefined) return true;
  if (origins.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === request.headers.host;
}
