import { z } from 'zod';
import { processWide } from '@/lib/process-wide';

const duracion = z.string().regex(/^\d+[smhd]$/, 'debe ser un número y una unidad: 15m, 8h, 7d');
const puerto = z.coerce
  .number('debe ser un número')
  .int('debe ser entero')
  .min(1, 'va de 1 a 65535')
  .max(65_535, 'va de 1 a 65535');

/** `caja@tienda.bo`, or with a name: `Tienda Sol <caja@tienda.bo>`. */
const remitente = z
  .string()
  .regex(
    /^(?:[^<>"\r\n]{1,100} <[^\s<>,@]+@[^\s<>,@]+>|[^\s<>,@]+@[^\s<>,@]+)$/,
    'debe ser una dirección, o Nombre <dirección>',
  );

const PUSHER = ['PUSHER_APP_ID', 'PUSHER_KEY', 'PUSHER_SECRET'] as const;

const Variables = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: puerto.default(3000),
  HOST: z.string().min(1).optional(),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'debe empezar con postgres://'),
  PG_MAX: z.coerce
    .number('debe ser un número')
    .int('debe ser entero')
    .min(1, 'va de 1 a 200')
    .max(200, 'va de 1 a 200')
    .default(16),
  AUTH_SECRET: z.string().min(32, 'debe tener al menos 32 caracteres'),
  AUTH_URL: z.url('debe ser una dirección completa, con http:// o https://').optional(),
  PIN_PEPPER: z.string().min(32, 'debe tener al menos 32 caracteres').optional(),
  SEGUNDO_FACTOR: z.enum(['opcional', 'obligatorio']).default('opcional'),
  JWT_SECRET: z.string().min(32, 'debe tener al menos 32 caracteres').optional(),
  JWT_EXPIRES_IN: duracion.default('15m'),
  JWT_REFRESH_EXPIRES_IN: duracion.default('7d'),
  CORS_ORIGIN: z.string().default(''),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'debe empezar con redis:// o rediss://')
    .optional(),
  PUSHER_APP_ID: z.string().optional(),
  PUSHER_KEY: z.string().optional(),
  PUSHER_SECRET: z.string().optional(),
  PUSHER_CLUSTER: z.string().optional(),
  PUSHER_HOST: z.string().optional(),
  PUSHER_PORT: puerto.optional(),
  PUSHER_PUBLIC_URL: z.url('debe ser una dirección completa, con https:// o http://').optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^/]/, 'debe empezar con smtp:// o smtps://')
    .refine((v) => URL.canParse(v), 'debe ser smtp://usuario:clave@servidor:587')
    .optional(),
  MAIL_FROM: remitente.optional(),
  MAIL_REPLY_TO: remitente.optional(),
  ARCHIVOS_DIR: z.string().min(1).default('.datos/archivos'),
  METRICAS_TOKEN: z.string().min(16, 'debe tener al menos 16 caracteres').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** Pusher is set whole or not at all: half of it would leave tills believing that they hear. Mail needs a sender. */
const Env = Variables.superRefine((leidas, ctx) => {
  if (leidas.SMTP_URL && !leidas.MAIL_FROM) ctx.addIssue({ code: 'custom', path: ['MAIL_FROM'], message: 'falta' });
  if (PUSHER.every((nombre) => leidas[nombre] === undefined)) return;
  for (const nombre of PUSHER) {
    if (leidas[nombre] === undefined) ctx.addIssue({ code: 'custom', path: [nombre], message: 'falta' });
  }
  if (leidas.PUSHER_HOST === undefined && leidas.PUSHER_CLUSTER === undefined) {
    ctx.addIssue({ code: 'custom', path: ['PUSHER_CLUSTER'], message: 'falta, o PUSHER_HOST' });
  }
});

/** The environment after validation. */
export type Env = z.infer<typeof Env>;

/**
 * Reads and checks the environment given. Empty variables count as absent.
 * Throws one error that names each wrong variable and says what it should be, never its value.
 */
export function parseEnv(crudo: Record<string, string | undefined>): Env {
  const lleno = Object.fromEntries(Object.entries(crudo).filter(([, v]) => v !== undefined && v !== ''));
  const leido = Env.safeParse(lleno);
  if (leido.success) return leido.data;
  const fallas = leido.error.issues.map((i) => {
    const nombre = i.path.join('.');
    return lleno[nombre] === undefined ? `${nombre}: falta` : `${nombre}: ${i.message}`;
  });
  throw new Error(`Configuración incorrecta. ${fallas.join('; ')}. Ver .env.example`);
}

/** The process's environment, parsed once. The only reader of `process.env` in the product. */
export function env(): Env {
  return processWide('entorno', () => parseEnv(process.env));
}
