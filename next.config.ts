import type { NextConfig } from 'next';

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: true,
  serverExternalPackages: ['postgres', 'pg-boss', '@node-rs/argon2'],
  experimental: { agentUpgrade: false },
};

export default config;
