import { sqlClient } from '@/db';

const SIN_NOMBRE = 'Kantuta';

/** The shop's name, as the installation took it. */
export async function nombreDeLaTienda(): Promise<string> {
  const [fila] = await sqlClient()<{ tienda: string | null }[]>`select tienda from instalacion`;
  return fila?.tienda ?? SIN_NOMBRE;
}
