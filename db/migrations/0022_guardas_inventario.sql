-- What the database refuses of stock documents, counts and transfers, whoever asks.

-- 1. The accounts of mermas, consumo, vencidos and goods in transit, of the branches there are.
INSERT INTO cuenta (codigo, nombre, tipo, id_sucursal)
  SELECT x.codigo || '.S' || s.id, x.nombre, x.tipo, s.id
  FROM sucursal s CROSS JOIN (VALUES ('merma', 'Mermas', 'gasto'), ('consumo', 'Consumo propio', 'gasto'),
    ('vencido', 'Mercadería vencida', 'gasto'), ('transito', 'Mercadería en tránsito', 'activo')) x(codigo, nombre, tipo)
  ON CONFLICT (codigo) DO NOTHING;
--> statement-breakpoint

-- 2. Rows that never change, and headers that are never deleted.
DO $$
DECLARE tabla text;
BEGIN
  FOREACH tabla IN ARRAY ARRAY['documento_stock', 'detalle_documento_stock', 'recepcion_transferencia', 'recepcion_linea',
    'costo_producto']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION rechazar_cambio()',
      tabla || '_inmutable', tabla);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION rechazar_cambio()',
      tabla || '_sin_truncate', tabla);
  END LOOP;
  FOREACH tabla IN ARRAY ARRAY['conteo', 'transferencia', 'transferencia_linea', 'serie_stock']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION rechazar_cambio()',
      tabla || '_sin_delete', tabla);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION rechazar_cambio()',
      tabla || '_sin_truncate', tabla);
  END LOOP;
END $$;
--> statement-breakpoint

-- 3. Counts: the header keeps what it is, an ended one never changes, and lines are written only while it is open.
CREATE TRIGGER conteo_cabecera BEFORE UPDATE ON conteo FOR EACH ROW
  EXECUTE FUNCTION rechazar_salvo('estado', 'no_contados', 'cerrado_en', 'cerrado_por', 'valor', 'id_asiento');
--> statement-breakpoint
CREATE TRIGGER conteo_terminado BEFORE UPDATE ON conteo FOR EACH ROW
  WHEN (OLD.estado <> 'ABIERTO') EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
CREATE FUNCTION conteo_abierto() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE suyo int := CASE WHEN TG_OP = 'DELETE' THEN OLD.id_conteo ELSE NEW.id_conteo END;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM conteo WHERE id = suyo AND estado = 'ABIERTO')
    OR (TG_OP = 'UPDATE' AND (NEW.id_conteo, NEW.id_producto) <> (OLD.id_conteo, OLD.id_producto)) THEN
    RAISE EXCEPTION 'conteo %: its lines change only while it is open', suyo USING ERRCODE = 'KP001';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER conteo_linea_abierta BEFORE INSERT OR UPDATE OR DELETE ON conteo_linea
  FOR EACH ROW EXECUTE FUNCTION conteo_abierto();
--> statement-breakpoint
CREATE TRIGGER conteo_linea_sin_truncate BEFORE TRUNCATE ON conteo_linea
  FOR EACH STATEMENT EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint

-- 4. Transfers: requested, sent, received; the steps they may take, and what may change with them.
CREATE TRIGGER transferencia_cabecera BEFORE UPDATE ON transferencia FOR EACH ROW
  EXECUTE FUNCTION rechazar_salvo('estado', 'enviada_en', 'enviada_por', 'recibida_en', 'recibida_por', 'cancelada_en',
    'cancelada_por', 'motivo_cancelacion', 'id_asiento_envio');
--> statement-breakpoint
CREATE FUNCTION rechazar_paso_de_transferencia() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    RAISE EXCEPTION 'transferencia: it begins as SOLICITADA, not %', NEW.estado USING ERRCODE = 'KP002';
  END IF;
  RAISE EXCEPTION 'transferencia %: % does not become %', OLD.id, OLD.estado, NEW.estado USING ERRCODE = 'KP002';
END $$;
--> statement-breakpoint
CREATE TRIGGER transferencia_nueva BEFORE INSERT ON transferencia FOR EACH ROW
  WHEN (NEW.estado <> 'SOLICITADA') EXECUTE FUNCTION rechazar_paso_de_transferencia();
--> statement-breakpoint
CREATE TRIGGER transferencia_paso BEFORE UPDATE ON transferencia FOR EACH ROW
  WHEN (OLD.estado || '>' || NEW.estado NOT IN ('SOLICITADA>ENVIADA', 'SOLICITADA>CANCELADA', 'ENVIADA>PARCIAL',
    'ENVIADA>RECIBIDA', 'PARCIAL>PARCIAL', 'PARCIAL>RECIBIDA')) EXECUTE FUNCTION rechazar_paso_de_transferencia();
--> statement-breakpoint
CREATE TRIGGER transferencia_linea_cabecera BEFORE UPDATE ON transferencia_linea FOR EACH ROW
  EXECUTE FUNCTION rechazar_salvo('enviada', 'valor_enviado', 'recibida', 'valor_recibido', 'perdida', 'valor_perdido');
--> statement-breakpoint
CREATE FUNCTION transferencia_viva() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE suyo text;
BEGIN
  SELECT estado INTO suyo FROM transferencia WHERE id = NEW.id_transferencia;
  IF suyo NOT IN ('SOLICITADA', 'ENVIADA', 'PARCIAL') OR (TG_OP = 'INSERT' AND suyo <> 'SOLICITADA')
    OR (TG_OP = 'UPDATE' AND suyo <> 'SOLICITADA' AND (NEW.enviada, NEW.valor_enviado) <> (OLD.enviada, OLD.valor_enviado)) THEN
    RAISE EXCEPTION 'transferencia %: its lines do not change so when it is %', NEW.id_transferencia, suyo USING ERRCODE = 'KP002';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER transferencia_linea_viva BEFORE INSERT OR UPDATE ON transferencia_linea
  FOR EACH ROW EXECUTE FUNCTION transferencia_viva();
--> statement-breakpoint

-- 5. Last costs: their history writes itself.
CREATE FUNCTION anotar_costo() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO costo_producto (id_producto, antes, costo, fecha, id_usuario)
    VALUES (NEW.id, OLD.costo_compra, NEW.costo_compra, NEW.updated_at, coalesce(NEW.id_user_update, 0));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER producto_costo_cambia AFTER UPDATE ON producto FOR EACH ROW
  WHEN (OLD.costo_compra IS DISTINCT FROM NEW.costo_compra) EXECUTE FUNCTION anotar_costo();
