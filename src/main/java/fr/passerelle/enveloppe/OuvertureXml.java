package fr.passerelle.enveloppe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import fr.passerelle.noyau.Constat;

/** Makes a document of a content that is XML. */
final class OuvertureXml {

	private final Limites limites;

	private final LecteurXml lecteur;

	private final Lecteurs relecture;

	OuvertureXml(Limites limites, Lecteurs relecture) {
		this.limites = limites;
		this.lecteur = new LecteurXml(limites, false);
		this.relecture = relecture;
	}

	Document ouvrir(Contenu contenu, byte[] tete, Racines racines) throws IOException {
		Encodage annonce = Encodage.annonce(tete);
		try (OctetsVus octets = this.lecteur.observer(contenu.ouvrir())) {
			Faits faits = parcourir(octets, annonce, racines);
			Encodage reel = annonce.corrige(octets);
			return document(contenu, reel, reel.equals(annonce) ? faits : relire(contenu, reel, racines));
		}
	}

	private Faits relire(Contenu contenu, Encodage reel, Racines racines) throws IOException {
		try (OctetsVus octets = this.lecteur.observer(contenu.ouvrir())) {
			return parcourir(octets, reel, racines);
		}
	}

	private Faits parcourir(OctetsVus octets, Encodage encodage, Racines racines) {
		Faits faits = this.lecteur.lire(octets, encodage, new ParcoursXml(this.limites, racines));
		Racines.verifierBlocs(faits);
		return faits;
	}

	private Document document(Contenu contenu, Encodage encodage, Faits faits) {
		List<Constat> remarques = new ArrayList<>(Remarques.encodage(encodage));
		remarques.addAll(Remarques.reenregistrement(encodage, faits));
		if (contenu instanceof Contenu.Nu && Remarques.attendEnArchive(faits.racine())) {
			remarques.add(Constat.de(Codes.XML_NU));
		}
		return new Document(contenu, Nature.XML, encodage, faits, remarques, this.relecture);
	}

}
