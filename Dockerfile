# One image for every process of a deployment: migrate, API (with the admin) and worker differ by their command only.
FROM node:20-bookworm-slim AS base
WORKDIR /app

# Builds with the script that `npm start` uses.
FROM base AS build
COPY . .
RUN node scripts/prepare.mjs

# The same lockfile, without what only building and testing need.
FROM base AS dependencies
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY scripts scripts
COPY packages/domain/package.json packages/domain/
COPY packages/policy/package.json packages/policy/
COPY packages/documents/package.json packages/documents/
COPY packages/embedded-postgres/package.json packages/embedded-postgres/
COPY server/package.json server/
COPY admin/package.json admin/
COPY test/package.json test/
RUN node scripts/pnpm.mjs install --prod --frozen-lockfile --filter '@zhixiao/server...'

FROM base
ENV NODE_ENV=production PORT=4000 ZHIXIAO_DATA_DIR=/data
RUN mkdir /data && chown node:node /data
COPY --from=dependencies /app/node_modules node_modules
COPY --from=dependencies /app/packages packages
COPY --from=dependencies /app/server server
COPY --from=build /app/package.json ./
COPY --from=build /app/packages/domain/dist packages/domain/dist
COPY --from=build /app/packages/policy/dist packages/policy/dist
COPY --from=build /app/packages/documents/dist packages/documents/dist
COPY --from=build /app/packages/embedded-postgres/dist packages/embedded-postgres/dist
COPY --from=build /app/server/dist server/dist
COPY --from=build /app/schema schema
COPY --from=build /app/admin/dist admin/dist
USER node
EXPOSE 4000
VOLUME /data
CMD ["node", "server/dist/main.js"]
