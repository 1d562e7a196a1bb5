package fr.passerelle.bilan;

import java.util.List;
import java.util.Map;

import fr.passerelle.controle.Inspection;
import fr.passerelle.enveloppe.Document;
import fr.passerelle.noyau.Constat;

import org.springframework.stereotype.Component;

/**
 * Whether a document is one that can be read: its degree, its version, its structure, its
 * references. One fault refuses the whole file (lsu.md d.3, step 1).
 */
@Component
public class InspectionBilans implements Inspection {

	static final String FLUX = "LSU_BILANS";

	private final Schemas schemas;

	InspectionBilans(Schemas schemas) {
		this.schemas = schemas;
	}

	/** With the hub's own schemas and the known versions alone. */
	public static InspectionBilans parDefaut() {
		return new InspectionBilans(new Schemas(Version.CONNUES, null));
	}

	@Override
	public String flux() {
		return FLUX;
	}

	@Override
	public List<Constat> inspecter(Document document) {
		Map<String, Long> comptes = document.comptes();
		boolean second = comptes.containsKey("donnees/responsables-etab");
		boolean premier = comptes.containsKey("donnees/directeurs");
		if (premier && (second || comptes.containsKey("donnees/disciplines"))) {
			return List.of(Constat.de("E-MELANGE"));
		}
		if (!premier && !second) {
			return List.of(Constat.de("E-DEGRE"));
		}
		String degre = premier ? "1D" : "2D";
		String version = document.attributsRacine().getOrDefault("schemaVersion", "absente");
		if (!this.schemas.connait(degre, version)) {
			return List.of(Constat.de("E-VERSION", "version", version, "liste",
					String.join(", ", this.schemas.versions(degre))));
		}
		return this.schemas.fautes(document, degre, version);
	}

}
