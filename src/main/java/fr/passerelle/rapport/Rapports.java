package fr.passerelle.rapport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.journal.CompteRendu;
import org.springframework.stereotype.Service;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Renders a report. The same bytes go to outbox/ and to the API: this is the only place
 * where they are made.
 */
@Service
public class Rapports {

	private final ObjectMapper json;

	private final ITemplateEngine gabarits;

	private final RapportScript script;

	private final Fuseau fuseau;

	private final RapportCsv csv = new RapportCsv();

	Rapports(ObjectMapper json, ITemplateEngine gabarits, RapportScript script, Fuseau fuseau) {
		this.json = json;
		this.gabarits = gabarits;
		this.script = script;
		this.fuseau = fuseau;
	}

	public byte[] json(CompteRendu compteRendu) {
		try {
			return this.json.writeValueAsBytes(compteRendu);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("writing the report of deposit " + compteRendu.numero(), ex);
		}
	}

	/** A page that stands alone: no other file, no network. */
	public String html(CompteRendu compteRendu) {
		Context contexte = new Context(java.util.Locale.FRENCH);
		contexte.setVariable("rapport", RapportPage.de(compteRendu, this.fuseau));
		contexte.setVariable("script", this.script.texte());
		return this.gabarits.process("rapport/compte-rendu", contexte);
	}

	public byte[] csv(CompteRendu compteRendu) {
		return this.csv.ecrire(compteRendu);
	}

	/**
	 * What a browser may run on the page of {@link #html}: its own script, by its hash.
	 */
	public String politique() {
		return "default-src 'none'; style-src 'unsafe-inline'; script-src '" + this.script.empreinte()
				+ "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
	}

}
