package fr.passerelle.controle;

import java.util.List;

import fr.passerelle.enveloppe.Document;
import fr.passerelle.noyau.Constat;

/**
 * A further look at the documents of one flow, from their start to their end, once their
 * head is right and while the sender still waits.
 */
public interface Inspection {

	/** The flow whose documents it looks at. */
	String flux();

	/** Every reason to refuse the document, in its order; empty: none. */
	List<Constat> inspecter(Document document);

}
