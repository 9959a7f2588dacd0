import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { THEME_SCRIPT } from '@/components/layout/theme';
import { TECLAS_SCRIPT } from '@/components/venta/teclas-previas';
import { NONCE_HEADER } from '@/lib/action/content-security';
import { env } from '@/lib/env';
import { Providers } from './providers';
import './globals.css';

const inter = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2',
  weight: '100 900',
  display: 'swap',
  variable: '--letra',
});

export const metadata: Metadata = {
  title: { default: 'Kantuta', template: '%s · Kantuta' },
  description: 'Punto de venta para la tienda boliviana.',
  applicationName: 'Kantuta',
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, email: false, address: false },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#1e1a17' },
  ],
};

/** What runs before the page's own code is there. */
const GUIONES = `${THEME_SCRIPT};${TECLAS_SCRIPT}`;

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get(NONCE_HEADER) ?? undefined;
  // The script sets data-tema before the first paint, so the server's <html> and the browser's may differ.
  return (
    <html lang="es" className={inter.variable} data-direccion={env().AUTH_URL} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: constants of this repository; they must run before paint */}
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: GUIONES }} />
      </head>
      <body>
        <Providers>{children}</Providers>
      </body>
    </html>
  );
}
