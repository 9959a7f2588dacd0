import { processWide } from '@/lib/process-wide';

/** Stands in for `next/headers`, which answers only inside a request of Next's: the request of the file that asks. */
const pedido = () => processWide('cabeceras de prueba', () => ({ cabeceras: new Headers() }));

/** From here on actions and pages of this file are asked with these. */
export function pedirCon(cabeceras: Record<string, string>): void {
  pedido().cabeceras = new Headers(cabeceras);
}

/** `headers` of Next. */
export const headers = async (): Promise<Headers> => pedido().cabeceras;

/** `cookies` of Next: none. */
export const cookies = async (): Promise<Map<string, string>> => new Map();
