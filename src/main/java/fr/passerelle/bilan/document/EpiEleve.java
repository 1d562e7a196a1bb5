package fr.passerelle.bilan.document;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;

/** An élève in a group of an EPI. */
@XmlAccessorType(XmlAccessType.FIELD)
public class EpiEleve {

	@XmlAttribute(name = "epi-groupe-ref")
	public String epiGroupeRef;

	public String commentaire;

}
