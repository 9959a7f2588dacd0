import { setTimeout } from 'node:timers/promises';
import { closeDb } from '@/db';
import { detectarAlertas } from '@/lib/alerta/detectar';
import { mandarCodigo } from '@/lib/auth/recuperar/mandar';
import { env } from '@/lib/env';
import { detectarAlertasDeStock } from '@/lib/inventario/detectar-alertas';
import { startJobWorker } from '@/lib/jobs/worker';
import { log } from '@/lib/log';
import { reanudarImportaciones } from '@/lib/producto/importacion/atender';
import { alertasDeAyer } from './alertas';
import { enviarPorCola, repasarBandeja } from './correo';
import { importarProductos } from './importaciones';
import { limpiar } from './limpieza';
import { verificarDeNoche } from './verificacion';

/**
 * The worker process: everything that is not answered while someone waits. It may die at any moment: what was under way
 * rolls back and is taken up again at the next start.
 */
const url = env().DATABASE_URL;
const worker = await startJobWorker(url, {
  'importar-productos': ({ idImportacion }, intento) => importarProductos(url, idImportacion, intento),
  correo: ({ idCorreo }, intento) => enviarPorCola(idCorreo, intento),
  'correo-repaso': () => repasarBandeja(new Date()),
  'recuperar-clave': (pedido) => mandarCodigo(pedido, new Date()),
  alertas: () => detectarAlertas(new Date()),
  'alertas-de-ayer': () => alertasDeAyer(new Date()),
  'alertas-inventario': () => detectarAlertasDeStock(new Date()),
  limpieza: () => limpiar(new Date()),
  verificar: () => verificarDeNoche(new Date()),
});
const reanudadas = await reanudarImportaciones();
const correo = await repasarBandeja(new Date());
log().info({ reanudadas, correo }, 'worker ready');

let closing = false;
async function close(signal: string): Promise<void> {
  if (closing) return;
  closing = true;
  log().info({ signal }, 'worker closing');
  await worker.stop();
  // What is still under way is rolled back by the server when this process goes.
  await Promise.race([closeDb(), setTimeout(1_000)]);
  process.exit(0);
}
process.on('SIGTERM', () => void close('SIGTERM'));
process.on('SIGINT', () => void close('SIGINT'));
