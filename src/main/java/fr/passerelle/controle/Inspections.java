package fr.passerelle.controle;

import java.util.List;

import fr.passerelle.enveloppe.Document;
import fr.passerelle.noyau.Constat;

/** The further looks, each at the documents of its flow. */
public class Inspections {

	private final List<Inspection> inspections;

	public Inspections(List<Inspection> inspections) {
		this.inspections = List.copyOf(inspections);
	}

	/** The verdict on a document once its whole content was looked at too. */
	public Verdict completer(Verdict verdict, Document document) {
		if (!verdict.accepte()) {
			return verdict;
		}
		List<Constat> refus = this.inspections.stream()
			.filter((inspection) -> inspection.flux().equals(verdict.flux()))
			.flatMap((inspection) -> inspection.inspecter(document).stream())
			.toList();
		return new Verdict(verdict.flux(), verdict.uai(), verdict.millesime(), verdict.anneeScolaire(),
				verdict.horodatage(), refus, verdict.perime() && refus.isEmpty(), verdict.remarques());
	}

}
