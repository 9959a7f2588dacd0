import { useState } from 'react';
import { type Rechazo, rechazoDe } from './pedidos';

/** One request at a time of a step, and what was refused of the last. */
export function usePedido() {
  const [pendiente, setPendiente] = useState(false);
  const [rechazo, setRechazo] = useState<Rechazo | null>(null);
  const [intento, setIntento] = useState(0);
  /** Answers whether it went well. */
  const enviar = async (pedido: () => Promise<void>): Promise<boolean> => {
    setPendiente(true);
    try {
      await pedido();
      setRechazo(null);
      return true;
    } catch (error) {
      setRechazo(rechazoDe(error));
      setIntento((n) => n + 1);
      return false;
    } finally {
      setPendiente(false);
    }
  };
  const decir = (campo: string, message: string) => {
    setRechazo({ message, campos: { [campo]: message } });
    setIntento((n) => n + 1);
  };
  return { pendiente, rechazo, intento, enviar, decir };
}
