package fr.passerelle.api;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.passerelle.journal.CompteRendu.LiensDuGroupe;
import fr.passerelle.referentiel.Apercu;

/** A preview: the list of its rows, and the links of élèves by group. */
record ApercuJson(@JsonUnwrapped Liste<Map<String, Object>> lignes, List<LiensDuGroupe> liens) {

	static ApercuJson de(Apercu apercu) {
		return new ApercuJson(Liste.entiere(apercu.lignes()), apercu.liens());
	}

}
