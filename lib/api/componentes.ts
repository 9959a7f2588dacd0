import { esquemaDeSalida } from './esquema';
import { ErrorApi } from './modelos/operacion';

const encabezado = (description: string, schema: object) => ({ description, schema });

/** Headers of answers, by their name on the wire. */
export const ENCABEZADOS = {
  'X-Next-Cursor': encabezado('Lo que se manda en `cursor` para la página siguiente; ausente en la última.', {
    type: 'string',
  }),
  'X-Total-Count': encabezado('Cuántos hay en total.', { type: 'integer', minimum: 0 }),
  'Idempotent-Replayed': encabezado('`true` cuando la respuesta es la de la primera vez.', {
    type: 'string',
    const: 'true',
  }),
  'Retry-After': encabezado('Segundos que hay que esperar.', { type: 'integer', minimum: 1 }),
  'X-Request-Id': encabezado('El mismo identificador está en el registro y en la auditoría.', { type: 'string' }),
} as const;

/** Headers that requests may bring. */
export const PARAMETROS = {
  'Idempotency-Key': {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description:
      'UUID de la operación. Repetir clave y cuerpo da la primera respuesta, con estado 200; otro cuerpo con la misma clave es 409 `clave_reutilizada`.',
    schema: { type: 'string', format: 'uuid' },
  },
  'X-Sucursal': {
    name: 'X-Sucursal',
    in: 'header',
    required: false,
    description: 'La sucursal del pedido, cuando no es la propia. Necesita el derecho `sucursal:todas`.',
    schema: { type: 'integer', minimum: 1 },
  },
} as const;

/** How a caller says who it is. */
export const SEGURIDAD = {
  bearer: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'El `access_token` de `POST /auth/login`. Un Bearer, aunque no sirva, hace que se ignore la cookie.',
  },
  cookie: {
    type: 'apiKey',
    in: 'cookie',
    name: 'authjs.session-token',
    description:
      'La sesión del navegador (`__Secure-authjs.session-token` por https). Lo que escribe debe venir del mismo origen.',
  },
  refresco: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'El `refresh_token`, en el lugar del token de acceso.',
  },
  metricas: { type: 'http', scheme: 'bearer', description: 'El `METRICAS_TOKEN` de la configuración.' },
} as const;

/** Every refusal of the API, by status: what it means and the code it has unless the route says another. */
const ERRORES = {
  400: ['Lo enviado no es válido.', 'validacion', ['El monto lleva como máximo 2 decimales.']],
  401: ['Nadie ingresó, o la sesión terminó.', 'no_autenticado', 'Hay que ingresar de nuevo.'],
  403: ['El rol no lo permite, o el pedido vino de otra página.', 'sin_permiso', 'Su rol no permite esta operación.'],
  404: ['No existe, se eliminó o es de otra sucursal.', 'no_encontrado', 'No se encontró lo que se buscaba.'],
  409: ['El estado del negocio lo rechaza.', 'clave_reutilizada', 'Esta operación ya se registró con otro contenido.'],
  413: ['Lo enviado es demasiado grande.', 'cuerpo_grande', 'Lo enviado es demasiado grande. El máximo es 1 MB.'],
  429: [
    'Demasiadas fallas.',
    'demasiados_intentos',
    'Demasiados intentos fallidos. Espere unos minutos y vuelva a intentar.',
  ],
  500: [
    'Algo inesperado; la referencia está en el registro.',
    'interno',
    'Algo salió mal y quedó anotado. Referencia: 5D1A09C4.',
  ],
  503: ['La base de datos no responde.', 'sin_base', 'La base de datos no responde. Intente de nuevo en un momento.'],
} as const;

/** A status that an answer may have when it refuses. */
export type EstadoDeError = keyof typeof ERRORES;

/** Where each refusal is described. */
export const refError = (estado: EstadoDeError) => ({ $ref: `#/components/responses/Error${estado}` });

function respuestaDeError(estado: EstadoDeError) {
  const [description, code, message] = ERRORES[estado];
  const example = {
    statusCode: estado,
    timestamp: '2026-11-20T14:05:00.000Z',
    path: '/api/ventas',
    code,
    message,
    error_detail: null,
    campos: null,
    ...(estado >= 500 ? { referencia: '5D1A09C4' } : {}),
  };
  return {
    description,
    headers: {
      'X-Request-Id': { $ref: '#/components/headers/X-Request-Id' },
      ...(estado === 429 ? { 'Retry-After': { $ref: '#/components/headers/Retry-After' } } : {}),
    },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' }, example } },
  };
}

/** The answers that every refusal is one of. */
export function respuestasDeError(): Record<string, ReturnType<typeof respuestaDeError>> {
  const estados = Object.keys(ERRORES).map((e) => Number(e) as EstadoDeError);
  return Object.fromEntries(estados.map((estado) => [`Error${estado}`, respuestaDeError(estado)]));
}

/** The schema of the envelope, as a component. */
export const ESQUEMA_DE_ERROR = () => esquemaDeSalida(ErrorApi).modelos;
