'use client';

import { useState, useSyncExternalStore } from 'react';
import { sinCambios } from '@/components/shared/sin-cambios';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { toast } from '@/components/ui/toast';
import { guardarCodigo } from './codigo-equipo';
import { tieneCodigo } from './codigos-guardados';
import { ElegirCodigo } from './elegir-codigo';

/** The code that opens this screen without the server, chosen before it is needed. */
export function CodigoDeEquipo({ idUsuario }: { idUsuario: number }) {
  const [eligiendo, setEligiendo] = useState(false);
  const puesto = useSyncExternalStore(
    sinCambios,
    () => tieneCodigo(idUsuario),
    () => false,
  );
  return (
    <div className="mt-5">
      <p className="text-sm font-medium">Para volver sin conexión</p>
      <p className="mt-1 text-sm text-tinta-2">
        {puesto
          ? 'Tiene un código de este equipo: abre la pantalla bloqueada mientras no hay conexión.'
          : 'Sin conexión el PIN no se puede comprobar. Un código solo de este equipo abre entonces la pantalla bloqueada.'}
      </p>
      <Button className="mt-3" onClick={() => setEligiendo(true)}>
        {puesto ? 'Cambiar el código' : 'Poner un código'}
      </Button>
      <Dialog
        open={eligiendo}
        onOpenChange={setEligiendo}
        width="chico"
        title="Código de este equipo"
        description="Cuatro números, para este navegador y nada más."
      >
        <div className="flex justify-center">
          <ElegirCodigo
            onCodigo={(codigo) => {
              setEligiendo(false);
              if (guardarCodigo(idUsuario, codigo)) toast.success('Código guardado');
              else toast.error('El navegador no deja guardar datos en este equipo.');
            }}
          />
        </div>
      </Dialog>
    </div>
  );
}
