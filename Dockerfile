# First stage: all packages, to generate the database client from the schema.
FROM node:24-slim AS client
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY prisma.config.ts ./
COPY prisma ./prisma
RUN npm run --silent generate

# Second stage: what runs. Node comes with the image; there is no build step, Node runs the TypeScript as it is.
FROM node:24-slim
ENV NODE_ENV=production DATA_DIR=/data HOST=0.0.0.0
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Prisma's command line and TypeScript are optional peers of @prisma/client, so that --omit=dev would keep them and all that
# they need (250 MB). Nobody asks for them once the development packages are struck off the list; versions stay the same.
RUN npm pkg delete devDependencies && npm install --package-lock-only && npm ci && npm cache clean --force \
  # two of the font's nine weights are drawn with
  && find node_modules/@expo-google-fonts/noto-sans-sc -name '*.ttf*' ! -name '*_400Regular.ttf' ! -name '*_700Bold.ttf' -delete
COPY LICENSE ./
COPY locales ./locales
COPY prisma ./prisma
COPY --from=client /app/prisma/client ./prisma/client
COPY src ./src
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
# For processes with the role web. The others do not listen: switch it off there (compose: "healthcheck: { disable: true }").
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--disable-warning=ExperimentalWarning", "src/main.ts"]
