import type { MetadataRoute } from 'next';

/** What makes the counter installable: it opens in a window of its own, at the counter. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/',
    name: 'Kantuta POS',
    short_name: 'Kantuta',
    description: 'Punto de venta para la tienda boliviana.',
    lang: 'es-BO',
    start_url: '/vender',
    scope: '/',
    display: 'standalone',
    background_color: '#fbf7f4',
    theme_color: '#c81f5b',
    icons: [
      { src: '/iconos/192.png', sizes: '192x192', type: 'image/png' },
      { src: '/iconos/512.png', sizes: '512x512', type: 'image/png' },
      { src: '/iconos/512-recortable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
}
