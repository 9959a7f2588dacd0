import { localCounter } from '@/lib/offline/local';
import { bloquearPantalla, vinoSinServidor } from './candado-store';
import { tieneCodigo } from './codigos-guardados';

/** Whether nobody can say now if a PIN is right. */
export function faltaServidor(): boolean {
  const { conexion } = localCounter().get();
  return conexion === 'sin_conexion' || (vinoSinServidor() && conexion !== 'en_linea');
}

/** Whether who works here could open this screen again without the server. */
export function hayCodigoAqui(): boolean {
  return tieneCodigo(localCounter().get().identidad?.usuario.id);
}

/** Locks because somebody asks. Without the server it first lets them choose what opens it again, unless they have that. */
export function pedirBloqueo(): void {
  bloquearPantalla({ eligiendo: faltaServidor() && !hayCodigoAqui() });
}
