package fr.passerelle.enveloppe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a whole document once, in constant memory: checks it and notes its facts. */
final class ParcoursXml implements LectureXml<Faits> {

	/** The header's name in SIECLE, STS and the links, then in LSU. */
	private static final Set<String> ENTETES = Set.of("PARAMETRES", "entete");

	private final Limites limites;

	private final Connus connus;

	private final String nomOriginal;

	private final NomsXml noms = new NomsXml();

	private final EnTete entete = new EnTete();

	private final Comptage comptage = new Comptage();

	private final Map<String, String> attributs = new LinkedHashMap<>();

	private final List<String> motifs = new ArrayList<>();

	private String racine = "";

	private int profondeur;

	private boolean dansEntete;

	private long texte;

	ParcoursXml(Limites limites, Connus connus, String nomOriginal) {
		this.limites = limites;
		this.connus = connus;
		this.nomOriginal = nomOriginal;
	}

	@Override
	public Faits lire(XMLStreamReader xml) throws XMLStreamException {
		if (xml.getVersion() == null) {
			this.motifs.add("déclaration XML absente");
		}
		while (xml.hasNext()) {
			evenement(xml.next(), xml);
		}
		return new Faits(this.racine, this.attributs, this.entete.valeurs(), this.comptage.comptes(), this.motifs);
	}

	private void evenement(int type, XMLStreamReader xml) {
		switch (type) {
			case XMLStreamConstants.START_ELEMENT -> ouvre(xml);
			case XMLStreamConstants.END_ELEMENT -> ferme();
			case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> texte(xml);
			case XMLStreamConstants.DTD -> throw Refus.de(Codes.DTD, "ligne", ligne(xml));
			case XMLStreamConstants.ENTITY_REFERENCE ->
				throw Refus.de(Codes.ENTITE, "entite", xml.getLocalName(), "ligne", ligne(xml));
			case XMLStreamConstants.PROCESSING_INSTRUCTION -> instruction(xml);
			default -> {
				// Comments and ends say nothing of the document.
			}
		}
	}

	private void ouvre(XMLStreamReader xml) {
		if (++this.profondeur > this.limites.profondeurXml()) {
			throw Refus.de(Codes.PROFONDEUR, "ligne", ligne(xml), "limite", this.limites.profondeurXml());
		}
		this.texte = 0;
		this.noms.voir(xml);
		if (this.profondeur == 1) {
			racine(xml);
		}
		else {
			descendant(xml);
		}
	}

	private void descendant(XMLStreamReader xml) {
		this.comptage.ouvre(xml.getLocalName());
		if (this.dansEntete) {
			this.entete.ouvre(xml);
		}
		else if (this.profondeur == 2) {
			this.dansEntete = ENTETES.contains(xml.getLocalName());
		}
	}

	private void racine(XMLStreamReader xml) {
		this.racine = xml.getLocalName();
		for (int i = 0; i < xml.getAttributeCount(); i++) {
			this.attributs.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
		}
		this.connus.verifierRacine(this.racine, this.attributs, this.nomOriginal);
		for (int i = 0; i < xml.getNamespaceCount(); i++) {
			if (String.valueOf(xml.getNamespaceURI(i)).contains("schemas-microsoft-com:office")) {
				this.motifs.add("enregistré par un tableur");
			}
		}
	}

	private void ferme() {
		this.texte = 0;
		this.profondeur--;
		if (this.profondeur == 0) {
			return;
		}
		if (this.profondeur == 1) {
			this.dansEntete = false;
		}
		else if (this.dansEntete) {
			this.entete.ferme();
		}
		this.comptage.ferme();
	}

	private void texte(XMLStreamReader xml) {
		this.texte += xml.getTextLength();
		if (this.texte > this.limites.texteXml()) {
			throw Refus.de(Codes.TEXTE, "limite", this.limites.texteXml());
		}
		if (this.dansEntete) {
			this.entete.texte(xml);
		}
	}

	private void instruction(XMLStreamReader xml) {
		if (xml.getPITarget().equals("mso-application")) {
			this.motifs.add("enregistré par un tableur");
		}
	}

	private static int ligne(XMLStreamReader xml) {
		return xml.getLocation().getLineNumber();
	}

}
