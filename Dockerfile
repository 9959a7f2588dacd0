# One image for every process of the shop: web (the default command), worker, preparation and backup. See docs/operacion.md.
FROM node:20-bookworm-slim AS base
ENV NEXT_TELEMETRY_DISABLED=1
WORKDIR /app

# Everything that building needs, and the build that npm start makes too.
FROM base AS construccion
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN npm run build
RUN rm -rf .next/cache

# Only what running needs.
FROM base AS paquetes
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM base AS producto
ENV NODE_ENV=production
COPY --from=paquetes /app/node_modules node_modules
COPY --from=construccion --chown=node:node /app/.next .next
COPY --from=construccion /app/.build .build
COPY package.json next.config.ts ./
COPY db/migrations db/migrations
RUN mkdir respaldos archivos && chown node:node respaldos archivos
USER node
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/salud').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "node_modules/next/dist/bin/next", "start", "-p", "3000", "-H", "0.0.0.0"]
