package fr.passerelle.referentiel;

import java.util.List;
import java.util.Map;

import fr.passerelle.noyau.NumeroDepot;

/** What a deposit would change, before it is applied. */
public interface Apercus {

	/** Rows {@code entite, operation, cle}. */
	List<Map<String, Object>> apercu(NumeroDepot numero);

}
