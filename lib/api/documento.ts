import paquete from '@/package.json';
import { ENCABEZADOS, ESQUEMA_DE_ERROR, PARAMETROS, respuestasDeError, SEGURIDAD } from './componentes';
import type { Esquema } from './esquema';
import { operacionDe } from './operacion';
import { RUTAS } from './rutas';
import { ETIQUETAS, REGLAS } from './textos';

/** The OpenAPI 3.1 document, made of the schemas that validate each request. */
export function documentoOpenApi(): Esquema {
  const modelos: Record<string, Esquema> = {};
  const paths: Record<string, Esquema> = {};
  for (const ruta of RUTAS) {
    for (const camino of [ruta.camino, ...ruta.alias]) {
      paths[camino] = { ...paths[camino], [ruta.metodo.toLowerCase()]: operacionDe(ruta, camino, modelos) };
    }
  }
  Object.assign(modelos, ESQUEMA_DE_ERROR());
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kantuta POS',
      version: paquete.version,
      summary: 'El mostrador de una tienda boliviana.',
      description: REGLAS.map(([titulo, texto]) => `## ${titulo}\n\n${texto}`).join('\n\n'),
    },
    servers: [{ url: '/api' }],
    tags: Object.entries(ETIQUETAS).map(([name, [, description]]) => ({ name, description })),
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(modelos).sort(([a], [b]) => a.localeCompare(b))),
      responses: respuestasDeError(),
      parameters: PARAMETROS,
      headers: ENCABEZADOS,
      securitySchemes: SEGURIDAD,
    },
  };
}

let hecho: string | undefined;

/** The document as JSON text, made once per process. */
export function documentoJson(): string {
  hecho ??= JSON.stringify(documentoOpenApi());
  return hecho;
}
