import { toast } from 'sonner';
import { localCounter } from '@/lib/offline/local';
import { bloquearPantalla } from './candado-store';

/** Locks because somebody asks; not without the server, which is who opens it again: the counter would stay shut. */
export function pedirBloqueo(): void {
  if (localCounter().get().conexion === 'sin_conexion')
    toast.error('Sin conexión la pantalla no se bloquea: el PIN lo comprueba el servidor.');
  else bloquearPantalla();
}
