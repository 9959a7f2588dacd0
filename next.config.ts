import type { NextConfig } from 'next';

/** Every answer: no guessing of types, no address of ours to other sites, no powers the product does not use. */
const CABECERAS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'X-Frame-Options', value: 'SAMEORIGIN' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(self), usb=(self), serial=(self), microphone=(), geolocation=(), payment=()',
  },
];

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: true,
  // `npm run verify` checks them; a shop that starts does not wait for it
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['postgres', 'pg-boss', '@node-rs/argon2', 'ioredis', 'pusher', 'exceljs'],
  headers: async () => [{ source: '/:path*', headers: CABECERAS }],
  experimental: { agentUpgrade: false, turbopackFileSystemCacheForBuild: false, turbopackSourceMaps: false },
};

export default config;
