import { useEffect, useState, useSyncExternalStore } from 'react';
import { useLocal } from '@/components/offline/use-local';
import { sinCambios } from '@/components/shared/sin-cambios';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { localCounter } from '@/lib/offline/local';
import { pantallaAbierta } from './candado-store';
import { DIGITOS_DE_CODIGO, guardarCodigo, probarCodigo } from './codigo-equipo';
import { tieneCodigo } from './codigos-guardados';
import { ElegirCodigo } from './elegir-codigo';
import { cambiarMarca, leerMarca } from './marca-bloqueo';
import { TecladoPin } from './teclado-pin';

/**
 * The lock while the server cannot say whether a PIN is right. It opens by the code that the person chose at this device;
 * who has none chooses one as they lock, or waits for the server.
 */
export function BloqueoSinRed({ onReintentar }: { onReintentar: () => void }) {
  const idUsuario = useLocal((e) => e.identidad?.usuario.id, undefined);
  const puesto = useSyncExternalStore(
    sinCambios,
    () => leerMarca()?.eligiendo ?? false,
    () => false,
  );
  const [eligiendo, setEligiendo] = useState(puesto);
  const [fallos, setFallos] = useState(0);
  // A page that is only the lock has not asked its device who works here.
  useEffect(() => void localCounter().open(), []);

  function cerrar(): void {
    cambiarMarca({ eligiendo: false });
    setEligiendo(false);
  }

  if (eligiendo && idUsuario !== undefined) {
    return (
      <>
        <Notice tone="aviso">
          Sin conexión el PIN no se puede comprobar. Con un código solo para este equipo se vuelve al mostrador; sirve
          también la próxima vez.
        </Notice>
        <ElegirCodigo
          onCodigo={(codigo) => {
            guardarCodigo(idUsuario, codigo);
            cerrar();
          }}
        />
        <p className="text-center text-sm text-tinta-2">Todavía no está bloqueada: falta el código.</p>
        <div className="flex flex-wrap justify-center gap-2">
          <Button onClick={pantallaAbierta}>Volver sin bloquear</Button>
          <Button variant="fantasma" onClick={cerrar}>
            Bloquear hasta que vuelva la conexión
          </Button>
        </div>
      </>
    );
  }
  if (idUsuario !== undefined && tieneCodigo(idUsuario)) {
    return (
      <>
        <TecladoPin
          digitos={DIGITOS_DE_CODIGO}
          label="Código de este equipo"
          rechazo={fallos > 0 ? 'El código no es correcto.' : null}
          pendiente={false}
          onPin={(codigo) => {
            if (probarCodigo(idUsuario, codigo) === 'bien') pantallaAbierta();
            else setFallos(fallos + 1);
          }}
        />
        <p className="text-center text-sm text-tinta-2">
          Sin conexión se abre con el código; cuando vuelva, con el PIN o la contraseña.
        </p>
      </>
    );
  }
  return (
    <>
      <Notice tone="aviso" alert title="Se abre cuando vuelva la conexión">
        El PIN y la contraseña los comprueba el servidor, que ahora no responde. Lo vendido y el ticket siguen guardados
        en este equipo. Revise el router o el cable; la pantalla los pedirá sola.
      </Notice>
      <Button size="mostrador" onClick={onReintentar}>
        Reintentar
      </Button>
    </>
  );
}
