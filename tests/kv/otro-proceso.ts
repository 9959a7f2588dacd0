import { POST as confirmCode } from '@/app/api/auth/confirm-code/route';
import { POST as login } from '@/app/api/auth/login/route';
import { POST as refresh } from '@/app/api/auth/refresh_token/route';
import { closeDb } from '@/db';
import { closeKv } from '@/lib/kv/kv';

/**
 * Another web process: takes requests as JSON in its argument, sends them one by one through the doors, and prints the
 * statuses as JSON.
 */
type Pedido = {
  ruta: 'login' | 'refresh' | 'confirm-code';
  ip: string;
  email?: string;
  password?: string;
  code?: string;
  token?: string;
};

const RUTAS = { login, refresh, 'confirm-code': confirmCode };

const pedidos = JSON.parse(process.argv[2] ?? '[]') as Pedido[];
const estados: number[] = [];
for (const { ruta, ip, email, password, code, token } of pedidos) {
  const headers: Record<string, string> = { 'x-forwarded-for': ip, 'content-type': 'application/json' };
  if (token) headers.authorization = `Bearer ${token}`;
  const cuerpo = ruta === 'refresh' ? undefined : JSON.stringify({ email, password, code });
  const req = new Request(`http://127.0.0.1/api/auth/${ruta}`, { method: 'POST', headers, body: cuerpo ?? null });
  const res = await RUTAS[ruta](req, { params: Promise.resolve({}) });
  estados.push(res.status);
}
console.log(JSON.stringify(estados));
await Promise.all([closeDb(), closeKv()]);
