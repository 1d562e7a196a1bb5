package fr.passerelle.bilan.document;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;

/** A period of a school year; its dates in 1D only. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "periode")
public class Periode {

	@XmlAttribute
	public String id;

	@XmlAttribute
	public String millesime;

	@XmlAttribute
	public Integer indice;

	@XmlAttribute(name = "nb-periodes")
	public Integer nbPeriodes;

	@XmlAttribute(name = "date-debut")
	public String dateDebut;

	@XmlAttribute(name = "date-fin")
	public String dateFin;

}
