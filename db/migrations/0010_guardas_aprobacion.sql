-- Where an approval begins and the steps it may take, whoever asks: it is born unanswered, answered once, and used only after
-- a yes. Who answered never changes.
DROP TRIGGER aprobacion_terminada ON aprobacion;
--> statement-breakpoint
CREATE TRIGGER aprobacion_terminada BEFORE UPDATE ON aprobacion FOR EACH ROW
  WHEN (OLD.estado IN ('USADA', 'RECHAZADA', 'CANCELADA')) EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
CREATE FUNCTION rechazar_paso_de_aprobacion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    RAISE EXCEPTION 'aprobacion: it begins as BORRADOR or PENDIENTE, not %', NEW.estado USING ERRCODE = 'KP002';
  END IF;
  RAISE EXCEPTION 'aprobacion %: % does not become %', OLD.id, OLD.estado, NEW.estado USING ERRCODE = 'KP002';
END $$;
--> statement-breakpoint
CREATE TRIGGER aprobacion_nueva BEFORE INSERT ON aprobacion FOR EACH ROW
  WHEN (NEW.estado NOT IN ('BORRADOR', 'PENDIENTE')) EXECUTE FUNCTION rechazar_paso_de_aprobacion();
--> statement-breakpoint
CREATE TRIGGER aprobacion_paso BEFORE UPDATE OF estado ON aprobacion FOR EACH ROW
  WHEN (OLD.estado <> NEW.estado AND ((NEW.estado = 'USADA' AND OLD.estado <> 'APROBADA') OR (NEW.estado = 'BORRADOR')
    OR (OLD.estado = 'APROBADA' AND NEW.estado NOT IN ('USADA', 'CANCELADA'))))
  EXECUTE FUNCTION rechazar_paso_de_aprobacion();
--> statement-breakpoint
CREATE TRIGGER aprobacion_respondida BEFORE UPDATE ON aprobacion FOR EACH ROW
  WHEN (OLD.resuelta_por IS NOT NULL)
  EXECUTE FUNCTION rechazar_salvo('estado', 'usada_en', 'tipo_documento', 'id_documento');
